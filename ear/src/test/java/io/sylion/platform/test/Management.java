package io.sylion.platform.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;

/** The server's management interface. */
public final class Management {
    private static final String ACCEPTOR = "in-vm";

    private Management() {}

    /** Nobody reaches the broker any more; its queues stay on disk. */
    public static void stopBroker() throws IOException {
        operate("stop", "subsystem", "messaging-activemq", "server", "default", "in-vm-acceptor", ACCEPTOR);
    }

    public static void startBroker() throws IOException {
        operate("start", "subsystem", "messaging-activemq", "server", "default", "in-vm-acceptor", ACCEPTOR);
    }

    /** Runs an operation on the resource with this address (type, name, type, name …). */
    public static ModelNode operate(String operation, String... address) throws IOException {
        return operate(operation, new ModelNode(), address);
    }

    /** As {@link #operate(String, String...)}, with the operation's parameters. */
    public static ModelNode operate(String operation, ModelNode parameters, String... address) throws IOException {
        ModelNode request = parameters.clone();
        request.get("operation").set(operation);
        for (int i = 0; i < address.length; i += 2) {
            request.get("address").add(address[i], address[i + 1]);
        }
        URI interfaceAddress = URI.create(Installation.managementAddress());
        try (ModelControllerClient client = ModelControllerClient.Factory.create(
                "remote+http", InetAddress.getByName(interfaceAddress.getHost()), interfaceAddress.getPort())) {
            ModelNode answer = client.execute(request);
            if (!answer.get("outcome").asString().equals("success")) {
                throw new IllegalStateException(operation + " failed: "
                        + answer.get("failure-description").asString());
            }
            return answer.get("result");
        }
    }
}
