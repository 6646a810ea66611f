-- A reference stays within the tenant: the database checks foreign keys without row policies, so a key alone would accept
-- (and thereby betray) another tenant's row.
ALTER TABLE channel_channel ADD CONSTRAINT uq_channel_channel_tenant_id_id UNIQUE (tenant_id, id);
ALTER TABLE contact_contact ADD CONSTRAINT uq_contact_contact_tenant_id_id UNIQUE (tenant_id, id);
ALTER TABLE conversation_conversation ADD CONSTRAINT uq_conversation_conversation_tenant_id_id UNIQUE (tenant_id, id);
ALTER TABLE assistant_assistant ADD CONSTRAINT uq_assistant_assistant_tenant_id_id UNIQUE (tenant_id, id);
DROP INDEX ix_channel_channel_tenant_id;
DROP INDEX ix_contact_contact_tenant_id;
DROP INDEX ix_assistant_assistant_tenant_id;

ALTER TABLE channel_inbound_event
    DROP CONSTRAINT channel_inbound_event_channel_id_fkey,
    ADD CONSTRAINT fk_channel_inbound_event_channel_id FOREIGN KEY (tenant_id, channel_id) REFERENCES channel_channel (tenant_id, id);
ALTER TABLE contact_identity
    DROP CONSTRAINT contact_identity_contact_id_fkey,
    ADD CONSTRAINT fk_contact_identity_contact_id FOREIGN KEY (tenant_id, contact_id) REFERENCES contact_contact (tenant_id, id);
ALTER TABLE control_switch
    DROP CONSTRAINT control_switch_channel_id_fkey,
    ADD CONSTRAINT fk_control_switch_channel_id FOREIGN KEY (tenant_id, channel_id) REFERENCES channel_channel (tenant_id, id);
ALTER TABLE conversation_conversation
    DROP CONSTRAINT conversation_conversation_channel_id_fkey,
    DROP CONSTRAINT conversation_conversation_contact_id_fkey,
    ADD CONSTRAINT fk_conversation_conversation_channel_id FOREIGN KEY (tenant_id, channel_id) REFERENCES channel_channel (tenant_id, id),
    ADD CONSTRAINT fk_conversation_conversation_contact_id FOREIGN KEY (tenant_id, contact_id) REFERENCES contact_contact (tenant_id, id);
ALTER TABLE conversation_message
    DROP CONSTRAINT conversation_message_conversation_id_fkey,
    ADD CONSTRAINT fk_conversation_message_conversation_id FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation_conversation (tenant_id, id);
ALTER TABLE conversation_message_key
    DROP CONSTRAINT conversation_message_key_channel_id_fkey,
    ADD CONSTRAINT fk_conversation_message_key_channel_id FOREIGN KEY (tenant_id, channel_id) REFERENCES channel_channel (tenant_id, id);
ALTER TABLE conversation_parked_event
    DROP CONSTRAINT conversation_parked_event_channel_id_fkey,
    ADD CONSTRAINT fk_conversation_parked_event_channel_id FOREIGN KEY (tenant_id, channel_id) REFERENCES channel_channel (tenant_id, id);
ALTER TABLE decision_record
    DROP CONSTRAINT decision_record_conversation_id_fkey,
    ADD CONSTRAINT fk_decision_record_conversation_id FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation_conversation (tenant_id, id);
ALTER TABLE assistant_binding
    DROP CONSTRAINT assistant_binding_channel_id_fkey,
    DROP CONSTRAINT assistant_binding_assistant_id_fkey,
    ADD CONSTRAINT fk_assistant_binding_channel_id FOREIGN KEY (tenant_id, channel_id) REFERENCES channel_channel (tenant_id, id),
    ADD CONSTRAINT fk_assistant_binding_assistant_id FOREIGN KEY (tenant_id, assistant_id) REFERENCES assistant_assistant (tenant_id, id);
