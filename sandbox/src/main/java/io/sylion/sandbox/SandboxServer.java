package io.sylion.sandbox;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * The sandbox alone, so that the providers live on while the application server is killed. Flags: {@code --port} (8090),
 * {@code --application-url} (http://127.0.0.1:8080), {@code --ledger-capacity} (200000), {@code --connections} (16).
 */
public final class SandboxServer implements AutoCloseable {
    private final Undertow server;
    private final DeploymentManager deployment;

    public SandboxServer(int port) throws ServletException {
        DeploymentInfo info = Servlets.deployment()
                .setClassLoader(SandboxServer.class.getClassLoader())
                .setContextPath("/sandbox")
                .setDeploymentName("sandbox")
                .setTempDir(Path.of(System.getProperty("java.io.tmpdir")))
                .addListener(Servlets.listener(SandboxListener.class));
        deployment = Servlets.defaultContainer().addDeployment(info);
        deployment.deploy();
        server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(16)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 128L << 20)
                .setHandler(Handlers.path().addPrefixPath("/sandbox", deployment.start()))
                .build();
        server.start();
    }

    /** The port in use, when 0 was asked for. */
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
    }

    @Override
    public void close() throws ServletException {
        server.stop();
        deployment.stop();
        deployment.undeploy();
    }

    public static void main(String[] arguments) throws ServletException {
        int port = 8090;
        System.setProperty("sylion.sandbox.application-url", "http://127.0.0.1:8080");
        // alone it may keep a whole load run; in the application server it is a guest
        System.setProperty("sylion.sandbox.ledger-capacity", "200000");
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--port" -> port = Integer.parseInt(arguments[i + 1]);
                case "--application-url" -> System.setProperty("sylion.sandbox.application-url", arguments[i + 1]);
                case "--ledger-capacity" -> System.setProperty("sylion.sandbox.ledger-capacity", arguments[i + 1]);
                case "--connections" -> System.setProperty("sylion.sandbox.connections", arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown flag " + arguments[i]);
            }
        }
        var sandbox = new SandboxServer(port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                sandbox.close();
            } catch (ServletException e) {
                throw new IllegalStateException(e);
            }
        }));
        System.out.println("Sandbox on http://127.0.0.1:" + sandbox.port() + "/sandbox/, application at "
                + System.getProperty("sylion.sandbox.application-url"));
    }
}
