package io.sylion.sandbox;

import io.sylion.sandbox.model.ModelDesk;
import io.sylion.sandbox.model.OpenAiServlet;
import io.sylion.sandbox.model.SearchServlet;
import io.sylion.sandbox.model.VertexServlet;
import io.sylion.sandbox.page.PhonePageServlet;
import io.sylion.sandbox.page.SandboxApiServlet;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.MediaShelf;
import io.sylion.sandbox.state.PhoneChats;
import io.sylion.sandbox.state.PhoneEvents;
import io.sylion.sandbox.state.PhoneLines;
import io.sylion.sandbox.state.SandboxSettings;
import io.sylion.sandbox.state.SendLedger;
import io.sylion.sandbox.state.WireJournal;
import io.sylion.sandbox.whatsapp.CustomerPen;
import io.sylion.sandbox.whatsapp.Dialog360Servlet;
import io.sylion.sandbox.whatsapp.GraphServlet;
import io.sylion.sandbox.whatsapp.MediaDesk;
import io.sylion.sandbox.whatsapp.MessageDesk;
import io.sylion.sandbox.whatsapp.SampleCatalog;
import io.sylion.sandbox.whatsapp.StatusSender;
import io.sylion.sandbox.whatsapp.WebhookSender;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Puts the stand-ins together when the web application starts, in the application server or alone. */
@WebListener
public final class SandboxListener implements ServletContextListener {
    private static final long LARGEST_UPLOAD = 101L << 20;

    private ScheduledThreadPoolExecutor timer;
    private WebhookSender webhooks;
    private MediaShelf shelf;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        timer = new ScheduledThreadPoolExecutor(2, task -> {
            Thread thread = new Thread(task, "sandbox-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        var settings = new SandboxSettings();
        var knobs = new Knobs();
        var events = new PhoneEvents();
        var journal = new WireJournal(events);
        var ledger = new SendLedger(settings.ledgerCapacity());
        var lines = new PhoneLines();
        var chats = new PhoneChats(events);
        shelf = new MediaShelf();
        webhooks = new WebhookSender(knobs, settings, journal, ledger, timer);
        var statuses = new StatusSender(knobs, webhooks, timer);
        var messages = new MessageDesk(knobs, journal, ledger, chats, shelf, statuses, timer);
        var media = new MediaDesk(knobs, shelf, journal, ledger);
        var models = new ModelDesk(knobs, journal, ledger, timer);
        var pen = new CustomerPen(chats, shelf, webhooks);
        var parts = new SandboxApiServlet.Parts(
                knobs, journal, ledger, lines, chats, shelf, events, webhooks, pen, samples(pen, ledger));
        ServletContext context = start.getServletContext();
        add(context, "graph", "/graph/*", new GraphServlet(knobs, settings, lines, shelf, messages, media));
        add(context, "360dialog", "/360dialog/*", new Dialog360Servlet(knobs, settings, lines, shelf, messages, media));
        add(context, "vertex", "/vertex/*", new VertexServlet(models, knobs, settings));
        add(context, "search", "/vertex-search/*", new SearchServlet(models, knobs, settings));
        add(context, "openai", "/openai/v1/*", new OpenAiServlet(models, knobs, settings));
        add(context, "api", "/api/*", new SandboxApiServlet(settings, parts));
        add(context, "page", "/", new PhonePageServlet(settings));
    }

    private static SampleCatalog samples(CustomerPen pen, SendLedger ledger) {
        try {
            return new SampleCatalog(pen, ledger);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ServletContext context, String name, String mapping, Servlet servlet) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.setAsyncSupported(true);
        registration.setMultipartConfig(new MultipartConfigElement("", LARGEST_UPLOAD, LARGEST_UPLOAD, 1 << 20));
        registration.addMapping(mapping);
    }

    @Override
    public void contextDestroyed(ServletContextEvent end) {
        timer.shutdownNow();
        webhooks.close();
        try {
            shelf.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
