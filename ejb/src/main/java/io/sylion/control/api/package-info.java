/** AI control: the switches without which nothing automatic leaves. */
@Feature(uses = {"channel"})
package io.sylion.control.api;

import io.sylion.platform.api.Feature;
