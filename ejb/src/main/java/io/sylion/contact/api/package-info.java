/** The people who write: one contact under several names. */
@Feature(uses = {"channel"})
package io.sylion.contact.api;

import io.sylion.platform.api.Feature;
