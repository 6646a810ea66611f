/** How long things take and how often they happen, as Prometheus reads it. No figure carries a tenant. */
package io.sylion.platform.measure;
