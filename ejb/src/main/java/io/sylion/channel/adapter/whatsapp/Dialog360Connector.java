package io.sylion.channel.adapter.whatsapp;

import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.domain.ChannelProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/** WhatsApp by 360dialog: the key names the number; files are loaded through its host instead of Meta's. */
@ApplicationScoped
public class Dialog360Connector extends WhatsAppConnector {
    @Override
    public Set<ChannelProvider> providers() {
        return Set.of(ChannelProvider.DIALOG_360);
    }

    @Override
    String messages(ChannelAccount account) {
        return account.baseUrl() + "/messages";
    }

    @Override
    String media(ChannelAccount account) {
        return account.baseUrl() + "/media";
    }

    @Override
    String mediaItem(ChannelAccount account, String mediaId) {
        return account.baseUrl() + "/" + encoded(mediaId);
    }

    @Override
    URI download(ChannelAccount account, URI told) {
        if (told.getRawPath() == null || !told.getRawPath().startsWith("/")) {
            throw new IllegalArgumentException("no path");
        }
        URI base = URI.create(account.baseUrl());
        String query = told.getRawQuery() == null ? "" : "?" + told.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + told.getRawPath() + query);
    }

    @Override
    void authorize(HttpRequest.Builder request, ChannelAccount account) {
        request.header("D360-API-KEY", account.accessToken());
    }
}
