/** People, their memberships and roles, and what they may do. */
@Feature(uses = {"tenant"})
package io.sylion.governance.api;

import io.sylion.platform.api.Feature;
