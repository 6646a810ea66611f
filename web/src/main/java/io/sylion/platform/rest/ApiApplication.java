package io.sylion.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The public API; what it offers is described in {@code openapi.yaml}. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {}
