/** The businesses on this installation. */
@Feature
package io.sylion.tenant.api;

import io.sylion.platform.api.Feature;
