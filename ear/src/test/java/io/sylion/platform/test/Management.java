package io.sylion.platform.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;

/** The server's management interface. */
public final class Management {
    private static final String[] ACCEPTOR = {
        "subsystem", "messaging-activemq", "server", "default", "in-vm-acceptor", "in-vm"
    };
    private static final String[] INBOUND = {
        "subsystem",
        "messaging-activemq",
        "server",
        "default",
        "address-setting",
        "jms.queue.conversation.receive-message"
    };

    private Management() {}

    /**
     * Nobody is given work any more, and the queue of what comes in refuses a message while it holds another; what it holds stays on
     * disk.
     */
    public static void stopBroker() throws IOException {
        operate("stop", ACCEPTOR);
        limitInbound("max-size-bytes", "1");
        limitInbound("address-full-policy", "FAIL");
    }

    /** As {@code docker/wildfly/30-messaging.cli} has it. */
    public static void startBroker() throws IOException {
        limitInbound("address-full-policy", "PAGE");
        limitInbound("max-size-bytes", "50331648");
        operate("start", ACCEPTOR);
    }

    private static void limitInbound(String name, String value) throws IOException {
        ModelNode attribute = new ModelNode();
        attribute.get("name").set(name);
        attribute.get("value").set(value);
        operate("write-attribute", attribute, INBOUND);
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
