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
                .contains("href=\"https://exemple.fr/a_b_c?x=1&amp;y=\"")
                .endsWith("</a>&quot;2.")
                .contains("noopener");
    }

    @Test
    void theListGetsWordsAlone() {
        assertThat(WhatsAppText.line("*Bonjour*\n _vous_")).isEqualTo("Bonjour vous");
    }

    @Test
    void partsInsidePartsAreDrawnOnce() {
        assertThat(WhatsAppText.html("`a ```b``` c`")).isEqualTo("`a <code class=\"block\">b</code> c`");
        assertThat(WhatsAppText.html("https://exemple.fr/`x`"))
                .doesNotContain("\0")
                .contains("<code>x</code>");
    }

    @Test
    void tagsDoNotCross() {
        assertThat(WhatsAppText.html("*a _b* c_")).isEqualTo("<strong>a _b</strong> c_");
        assertThat(WhatsAppText.html("*a _b_ ~c~*")).isEqualTo("<strong>a <em>b</em> <s>c</s></strong>");
    }

    @Test
    void linksEndWhereTheAddressEnds() {
        assertThat(WhatsAppText.html("<https://exemple.fr/?a=1&b=2>"))
                .contains("&lt;<a href=\"https://exemple.fr/?a=1&amp;b=2\"")
                .endsWith("</a>&gt;");
        assertThat(WhatsAppText.html("*https://exemple.fr*"))
                .startsWith("<strong><a ")
                .endsWith("</a></strong>");
    }
}
