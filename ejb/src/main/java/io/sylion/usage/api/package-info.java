/** Plans and what tenants use of them: limits and records. Knows no conversation and no document, only references. */
@Feature(uses = {"tenant"})
package io.sylion.usage.api;

import io.sylion.platform.api.Feature;
