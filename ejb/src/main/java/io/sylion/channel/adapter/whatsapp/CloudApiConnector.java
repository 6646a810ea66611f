package io.sylion.channel.adapter.whatsapp;

import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.domain.ChannelProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Set;

/** Meta's WhatsApp Cloud API: the number's id in the path, a bearer token. */
@ApplicationScoped
public class CloudApiConnector extends WhatsAppConnector {
    private static final Set<String> FILE_HOSTS = Set.of("fbsbx.com", "fbcdn.net", "facebook.com", "whatsapp.net");

    @Override
    public Set<ChannelProvider> providers() {
        return Set.of(ChannelProvider.CLOUD_API);
    }

    @Override
    String messages(ChannelAccount account) {
        return number(account) + "/messages";
    }

    @Override
    String media(ChannelAccount account) {
        return number(account) + "/media";
    }

    @Override
    String mediaItem(ChannelAccount account, String mediaId) {
        return account.baseUrl() + "/" + encoded(mediaId) + "?phone_number_id=" + encoded(account.providerNumberId());
    }

    /** The token goes with the request: so only to Meta, or to the host that the channel uses anyway. */
    @Override
    URI download(ChannelAccount account, URI told) {
        URI base = URI.create(account.baseUrl());
        String host = String.valueOf(told.getHost()).toLowerCase(Locale.ROOT);
        boolean metas = FILE_HOSTS.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
        boolean sameOrigin = String.valueOf(told.getAuthority()).equals(base.getAuthority())
                && String.valueOf(told.getScheme()).equals(base.getScheme());
        if (sameOrigin || metas && "https".equals(told.getScheme())) {
            return told;
        }
        throw new IllegalArgumentException("not an address of the provider");
    }

    @Override
    void authorize(HttpRequest.Builder request, ChannelAccount account) {
        request.header("Authorization", "Bearer " + account.accessToken());
    }

    private static String number(ChannelAccount account) {
        return account.baseUrl() + "/" + encoded(account.providerNumberId());
    }
}
