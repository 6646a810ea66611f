package io.sylion.channel.hook;

import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts the entrance in front of this war's servlets, of which there are none: a post costs no servlet request and no dispatch. */
public class WebhookExtension implements ServletExtension {
    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> new HttpContinueReadHandler(
                exchange -> WebhookEntrance.of(context).handleRequest(exchange)));
    }
}
