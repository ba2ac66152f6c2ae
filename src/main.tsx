document.title = 'License console';
