-- Enums are texts that the database checks.
ALTER TABLE conversation_message ADD CONSTRAINT conversation_message_type_check CHECK (type IN (
    'TEXT', 'IMAGE', 'VIDEO', 'AUDIO', 'VOICE', 'DOCUMENT', 'STICKER', 'LOCATION', 'CONTACTS', 'BUTTON_REPLY', 'LIST_REPLY',
    'FORM_REPLY', 'CALL_PERMISSION', 'ORDER', 'TEMPLATE', 'INTERACTIVE', 'SYSTEM', 'UNSUPPORTED'));
