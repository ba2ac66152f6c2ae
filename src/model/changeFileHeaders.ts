import { foldText, plainText } from './text';

export type ColumnRole = 'user' | 'license' | 'action';

/**
 * How exact a column of users is. Ids of this service beat all others; ids of another system and emails are as good where
 * somebody has them; names come last.
 */
export type UserKind = 'ownId' | 'email' | 'otherId' | 'user' | 'name';

/** Parted by commas. */
const words = (text: string): string[] => text.trim().split(/\s*,\s*/u);

/** What headers say in the languages of the console, the most exact first. Case, blanks, accents and marks do not count. */
const USERS: Readonly<Record<UserKind, readonly string[]>> = {
  ownId: words(`
    User ID, User identifier, User GUID, Person ID, Agent ID, Genesys ID, Genesys user ID,
    Genesys Cloud ID, Genesys Cloud user ID, PureCloud ID, Benutzer-ID, Benutzerkennung,
    ID des Benutzers, ID de usuario, ID del usuario, Identificador de usuario, ユーザー ID, ユーザ ID
  `),
  email: words(`
    Email, Email address, User email, User email address, Mail, Mail address, Primary email,
    Primary email address, Primary SMTP address, Work email, Business email, Company email,
    Agent email, Employee email, Person email, User name, User principal name, UPN, Login,
    Login name, Login email, Logon name, Sign-in name, Sign-in address, User login, Email ID,
    Member object ID or user principal name, Windows live ID, E-Mail-Adresse, Mailadresse,
    Primäre E-Mail, Primäre E-Mail-Adresse, Geschäftliche E-Mail, Benutzername,
    Benutzerprinzipalname, Anmeldename, Correo, Correo electrónico, Dirección de correo,
    Dirección de correo electrónico, Correo principal, Correo electrónico principal,
    Correo del usuario, Nombre de usuario, Nombre principal de usuario, Inicio de sesión, メール,
    メールアドレス, 電子メール, 電子メールアドレス, E メール, ユーザー名, ユーザ名, ユーザープリンシパル名, ログイン名, プライマリメール, 主メールアドレス
  `),
  otherId: words(`
    ID, Object ID, GUID, UUID, Azure ID, Azure AD ID, Azure AD object ID, Entra ID, Entra object ID,
    User object ID, Member object ID, External ID, Objekt-ID, ID de objeto, Id. de objeto, オブジェクト ID
  `),
  user: words(`
    User, Users, Person, Agent, Member, Employee, Recipient, Benutzer, Nutzer, Anwender, Mitarbeiter,
    Mitglied, Agenten, Empfänger, Usuario, Usuarios, Persona, Agente, Miembro, Empleado,
    Destinatario, ユーザー, ユーザ, 利用者, エージェント, 担当者, メンバー, 社員
  `),
  name: words(`
    Name, Full name, Display name, Person name, Agent name, Employee name, User full name,
    User display name, Member name, Vollständiger Name, Anzeigename, Vor- und Nachname,
    Name des Benutzers, Nombre, Nombre completo, Nombre para mostrar, Nombre y apellidos, 名前, 氏名,
    表示名, フルネーム
  `),
};

const LICENSES: readonly (readonly string[])[] = [
  words(`
    License ID, Licence ID, License IDs, Licence IDs, Lizenz-ID, Lizenz-IDs, ID de licencia,
    ID de la licencia, ライセンス ID
  `),
  words(`
    License, Licence, Licenses, Licences, Lizenz, Lizenzen, Licencia, Licencias, ライセンス
  `),
  words(`
    License name, Licence name, License description, Lizenzname, Lizenzbezeichnung,
    Nombre de licencia, Nombre de la licencia, ライセンス名
  `),
];

const ACTIONS: readonly string[] = words(`
    Action, Change, Operation, Add/remove, Add or remove, Assign/unassign, Aktion, Änderung, Vorgang,
    Hinzufügen/Entfernen, Hinzufügen oder Entfernen, Acción, Cambio, Operación, Añadir/Quitar,
    Agregar/Quitar, Añadir o quitar, 操作, アクション, 変更, 追加/削除
  `);

/** What a header was taken for. A lower rank is more exact. */
export type HeaderMeaning =
  | { readonly role: 'user'; readonly rank: number; readonly kind: UserKind }
  | { readonly role: 'license' | 'action'; readonly rank: number };

const MEANINGS = new Map<string, HeaderMeaning>();
const USER_KINDS = ['ownId', 'email', 'otherId', 'user', 'name'] as const;
for (const [rank, kind] of USER_KINDS.entries()) {
  for (const name of USERS[kind]) MEANINGS.set(keyOf(name), { role: 'user', rank, kind });
}
for (const [rank, names] of LICENSES.entries()) {
  for (const name of names) MEANINGS.set(keyOf(name), { role: 'license', rank });
}
for (const name of ACTIONS) MEANINGS.set(keyOf(name), { role: 'action', rank: 0 });

/** "Email (required)" says what "Email" does; so does "User name [userPrincipalName] Required". */
const REMARK = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|（[^（）]*）|【[^【】]*】/gu;
const DEMAND =
  /(?:required|optional|mandatory|pflichtfeld|erforderlich|obligatorio|requerido|必須|任意)$/u;

/** What a header means, if that is known. */
export function meaningOf(header: string): HeaderMeaning | undefined {
  const text = plainText(header);
  const key = keyOf(text.replace(REMARK, ' '));
  const known = MEANINGS.get(key) ?? MEANINGS.get(key.replace(DEMAND, ''));
  if (known) return known;
  // Other programs translate what people read, and leave the name of the property beside it.
  const property = /\[([^[\]]*)\]/u.exec(text)?.[1];
  return property === undefined ? undefined : MEANINGS.get(keyOf(property));
}

/** The letters and digits only: marks and blanks are what people and programs differ in. */
function keyOf(header: string): string {
  return foldText(header).replace(/[^\p{L}\p{N}]/gu, '');
}
