-- Every message writes these tables. Each row's tenant is checked by the row policy and by the reference to its conversation,
-- contact or message; a reference to the tenant itself only looks up and share-locks one row per tenant again and again,
-- which all messages of a tenant then have to share.
ALTER TABLE channel_inbound_event
    DROP CONSTRAINT channel_inbound_event_tenant_id_fkey;
ALTER TABLE contact_identity DROP CONSTRAINT contact_identity_tenant_id_fkey;
ALTER TABLE conversation_conversation DROP CONSTRAINT conversation_conversation_tenant_id_fkey;
ALTER TABLE conversation_message_key DROP CONSTRAINT conversation_message_key_tenant_id_fkey;
ALTER TABLE conversation_delivery DROP CONSTRAINT conversation_delivery_tenant_id_fkey;
ALTER TABLE conversation_parked_event DROP CONSTRAINT conversation_parked_event_tenant_id_fkey;
ALTER TABLE decision_record DROP CONSTRAINT decision_record_tenant_id_fkey;
ALTER TABLE usage_reservation DROP CONSTRAINT usage_reservation_tenant_id_fkey;
ALTER TABLE usage_record DROP CONSTRAINT usage_record_tenant_id_fkey;

-- The key is written in the transaction that writes its message, whose conversation refers to the channel.
ALTER TABLE conversation_message_key DROP CONSTRAINT fk_conversation_message_key_channel_id;
