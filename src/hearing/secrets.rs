//! Random numbers, and what is made with the service's own key: tokens of forms, codes of receipts.
//!
//! A receipt's code is made of the key and the number that the browser chose, so that the same submission sent
//! again gets the same code; the database holds hashes of both alone, and whoever steals it can't make the code.

/// Bytes that nobody can guess.
///
/// # Errors
///
/// When the system has none to give.
pub fn random<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// The letters of a code: no I, L, O or U, which are taken for others.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many letters a code has, in groups of four.
const CODE: usize = 16;

/// The service's key.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// A key of bytes that were made at random.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    /// A hash that only who has the key can make. `what` keeps apart what it is made for.
    #[must_use]
    pub fn mac(&self, what: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        for part in [what.as_bytes()].iter().chain(parts) {
            hasher.update(&(part.len() as u64).to_be_bytes()).update(part);
        }
        *hasher.finalize().as_bytes()
    }

    /// The code of a receipt: `K7QM-2X4V-9RTB-HJ3D`, 80 bits.
    #[must_use]
    pub fn code(&self, uuid: &str) -> String {
        let bytes = self.mac("code", &[uuid.as_bytes()]);
        let mut code = String::with_capacity(CODE + 3);
        for (place, byte) in bytes.iter().take(CODE).enumerate() {
            if place > 0 && place % 4 == 0 {
                code.push('-');
            }
            code.push(char::from(LETTERS[usize::from(byte % 32)]));
        }
        code
    }

    /// A token that says when a form was made: seconds and a hash of them.
    #[must_use]
    pub fn form_token(&self, now: i64) -> String {
        let mac = self.mac("form", &[&now.to_be_bytes()]);
        format!("{now:x}.{}", hex(&mac[..16]))
    }

    /// When a form was made, if its token is ours.
    #[must_use]
    pub fn form_made(&self, token: &str) -> Option<i64> {
        let made = i64::from_str_radix(token.split_once('.')?.0, 16).ok()?;
        same(self.form_token(made).as_bytes(), token.as_bytes()).then_some(made)
    }

    /// The token of the forms in a session.
    #[must_use]
    pub fn session_token(&self, session: &[u8]) -> String {
        hex(&self.mac("session", &[session])[..16])
    }
}

/// A code as it was typed, in the form it was given: small letters and signs forgiven, O and I read as 0 and 1.
#[must_use]
pub fn typed_code(typed: &str) -> Option<String> {
    let letters =
        typed.chars().filter(|letter| letter.is_alphanumeric()).map(|letter| {
            match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                letter => letter,
            }
        });
    let letters: Vec<char> = letters.take(CODE + 1).collect();
    let fits = letters.len() == CODE
        && letters.iter().all(|letter| u8::try_from(*letter).is_ok_and(|l| LETTERS.contains(&l)));
    let groups = letters.chunks(4).map(|group| group.iter().collect::<String>());
    fits.then(|| groups.collect::<Vec<_>>().join("-"))
}

/// What is kept in place of something that only its owner should know.
#[must_use]
pub fn hashed(what: &str, secret: &str) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key("planverk hearing");
    hasher.update(what.as_bytes()).update(&[0]).update(secret.as_bytes());
    *hasher.finalize().as_bytes()
}

/// Whether two are the same, in a time that does not tell where they differ.
#[must_use]
pub fn same(a: &[u8], b: &[u8]) -> bool {
    // blake3 compares its hashes in constant time.
    blake3::hash(a) == blake3::hash(b)
}

/// Hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A number for a form that comes without a script: 128 random bits as a UUID of version 4.
///
/// # Errors
///
/// When the system has no random bytes to give.
pub fn uuid() -> Result<String, getrandom::Error> {
    let mut bytes: [u8; 16] = random()?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = hex(&bytes);
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    Ok(parts.join("-"))
}

/// Whether a text has the form of a UUID.
#[must_use]
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.char_indices().all(|(at, letter)| match at {
            8 | 13 | 18 | 23 => letter == '-',
            _ => matches!(letter, '0'..='9' | 'a'..='f'),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_again_however_it_is_typed() {
        let key = Key::new([7; 32]);
        let code = key.code("3b1f8a52-0b0e-4a7e-9a54-0e7c4f1f2a10");
        assert_eq!(code.len(), 19);
        let typed = code.replace('-', " ").to_lowercase().replace('0', "o").replace('1', "l");
        assert_eq!(typed_code(&typed), Some(code.clone()));
        assert_eq!(typed_code(&code[1..]), None);
        assert_eq!(typed_code(&format!("{code}A")), None);
        assert_ne!(Key::new([8; 32]).code("3b1f8a52-0b0e-4a7e-9a54-0e7c4f1f2a10"), code);
    }

    #[test]
    fn only_our_tokens_count() {
        let key = Key::new([1; 32]);
        let token = key.form_token(1_800_000_000);
        assert_eq!(key.form_made(&token), Some(1_800_000_000));
        assert_eq!(key.form_made(&token.replacen('6', "7", 1)), None);
        assert_eq!(Key::new([2; 32]).form_made(&token), None);
        assert_eq!(key.form_made("zz.zz"), None);
    }

    #[test]
    fn a_uuid_has_its_form() {
        let made = uuid().unwrap();
        assert!(is_uuid(&made) && made.as_bytes()[14] == b'4', "{made}");
        assert!(!is_uuid(&made.to_uppercase()) || made.chars().all(|c| !c.is_alphabetic()));
        assert!(!is_uuid("x"));
    }
}
