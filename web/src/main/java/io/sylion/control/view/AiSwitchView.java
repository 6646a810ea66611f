package io.sylion.control.view;

import io.sylion.control.domain.ChannelSwitch;
import io.sylion.control.domain.ControlState;
import io.sylion.control.service.ControlService;
import io.sylion.platform.faces.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The tenant's AI switch in the top bar, and the banner that says when it is off. */
@Named("aiSwitch")
@RequestScoped
public class AiSwitchView {
    @Inject
    ControlService control;

    private ControlState state;

    public ControlState getState() {
        if (state == null) {
            state = control.state();
        }
        return state;
    }

    public boolean isActive() {
        return getState().active();
    }

    /** Channels whose own switch is off while the tenant's is on. */
    public long getSilentChannels() {
        return getState().channels().stream()
                .filter(channel -> !channel.active())
                .map(ChannelSwitch::channelId)
                .count();
    }

    public void turn(boolean active) {
        control.switchTenant(active);
        Redirect.here();
    }
}
