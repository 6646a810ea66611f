/** What the installation's operator sees and mends: dead letters, queues, dependencies. No tenant's content. */
@Feature(uses = {"conversation", "channel"})
package io.sylion.operations.api;

import io.sylion.platform.api.Feature;
