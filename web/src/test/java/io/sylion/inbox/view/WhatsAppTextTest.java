package io.sylion.inbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhatsAppTextTest {
    @Test
    void marksBecomeTags() {
        assertThat(WhatsAppText.html("*gras* _penché_ ~rayé~ `code`\nfin"))
                .isEqualTo("<strong>gras</strong> <em>penché</em> <s>rayé</s> <code>code</code><br/>fin");
    }

    @Test
    void whatWasTypedIsEscaped() {
        assertThat(WhatsAppText.html("<script>alert('x')</script> *<b>*"))
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; <strong>&lt;b&gt;</strong>");
    }

    @Test
    void marksInsideWordsAndCodeStay() {
        assertThat(WhatsAppText.html("2*3*4 `*a*` snake_case_name"))
                .isEqualTo("2*3*4 <code>*a*</code> snake_case_name");
    }

    @Test
    void linksOpenElsewhereAndCannotBreakOut() {
        assertThat(WhatsAppText.html("voir https://exemple.fr/a_b_c?x=1&y=\"2."))
                .contains("href=\"https://exemple.fr/a_b_c?x=1&amp;y=&quot;2\"")
                .contains("noopener");
    }

    @Test
    void theListGetsWordsAlone() {
        assertThat(WhatsAppText.line("*Bonjour*\n _vous_")).isEqualTo("Bonjour vous");
    }
}
