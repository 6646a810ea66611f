/** Conversations of contacts on channels: stores what comes in once, and sends what goes out once and in order. */
@Feature(uses = {"channel", "contact", "control", "usage"})
package io.sylion.conversation.api;

import io.sylion.platform.api.Feature;
