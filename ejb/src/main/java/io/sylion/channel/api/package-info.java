/** The tenants' numbers at messaging providers: what comes in, normalised, and the port through which messages leave. */
@Feature(uses = {"usage"})
package io.sylion.channel.api;

import io.sylion.platform.api.Feature;
