/** Assistants: who they are, which channels they answer on, and how an answer is composed. */
@Feature(uses = {"conversation", "contact", "knowledge", "usage", "decision", "channel", "control"})
package io.sylion.assistant.api;

import io.sylion.platform.api.Feature;
