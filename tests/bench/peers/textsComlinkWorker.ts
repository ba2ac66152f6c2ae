import { expose } from 'comlink';
import { preparePeople } from '@/model/preparedPeople';

expose(preparePeople);
