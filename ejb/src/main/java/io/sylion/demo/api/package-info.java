/** Two invented businesses to look at and to test with; made only when the configuration asks for them. */
@Feature(
        uses = {"usage", "channel", "contact", "control", "knowledge", "conversation", "decision", "assistant", "triage"
        })
package io.sylion.demo.api;

import io.sylion.platform.api.Feature;
