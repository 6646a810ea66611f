package io.sylion.control.view;

import io.sylion.channel.domain.ChannelSummary;
import io.sylion.channel.service.ChannelService;
import io.sylion.control.domain.ControlState;
import io.sylion.control.domain.SwitchMove;
import io.sylion.control.service.ControlService;
import io.sylion.platform.faces.Redirect;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** AI control: the switches, who moved them, and what they mean. One click moves one, to where the page
 * promised, also when somebody else was quicker. */
@Named("switches")
@ViewScoped
public class SwitchesView implements Serializable {
    private static final int MOVES = 8;

    @Inject
    transient ControlService control;

    @Inject
    transient ChannelService channels;

    private ControlState state;
    private List<ChannelSummary> known;
    private List<SwitchMove> moves;

    public ControlState getState() {
        if (state == null) {
            state = control.state();
        }
        return state;
    }

    public boolean isOn() {
        return getState().active();
    }

    public List<SwitchMove> getMoves() {
        if (moves == null) {
            moves = control.moves(MOVES);
        }
        return moves;
    }

    /** A channel's own entry, for its number and its kind; null when it is gone. */
    public ChannelSummary channel(UUID id) {
        if (known == null) {
            known = channels.channels();
        }
        return known.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    public void turn(boolean active) {
        control.switchTenant(active);
        Redirect.here();
    }

    public void turnChannel(UUID channelId, boolean active) {
        control.switchChannel(channelId, active);
        Redirect.here();
    }
}
