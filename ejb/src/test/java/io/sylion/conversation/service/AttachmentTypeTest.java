package io.sylion.conversation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTypeTest {

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE000104A46, photo.png, JPEG",
        "89504E470D0A1A0A00, photo.png, PNG",
        "255044462D312E37, facture, PDF",
        "000000206674797069736F6D, film.mov, MP4",
        "00000018667479704D344120, mémo.m4a, M4A",
        "0000001466747970336770, film.3gp, THREE_GP",
        "4F67675300, mémo.ogg, OGG",
        "FFFB9000, chanson, MP3",
        "504B030414, devis.DOCX, DOCX",
        "504B030414, tarifs.xlsx, XLSX",
        "D0CF11E0A1B11AE1, vieux.xls, XLS"
    })
    void knowsAFileByItsBeginning(String head, String name, AttachmentType type) {
        assertThat(AttachmentType.of(HexFormat.of().parseHex(head), name)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({
        "4D5A9000, programme.pdf",
        "7F454C46, programme.jpg",
        "504B030414, archive.zip",
        "504B030414, appli.apk",
        "00000018667479706865696300, photo.heic",
        "3C68746D6C3E, page.html",
        "3C737667, dessin.svg",
        "'', vide.txt",
        "00, zéro.txt"
    })
    void refusesWhatMayNotBeSent(String head, String name) {
        assertThat(AttachmentType.of(HexFormat.of().parseHex(head), name)).isEmpty();
    }

    @Test
    void readsTextInOldCodesToo() {
        byte[] latin = "Réf;Été\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(AttachmentType.of(latin, "tarifs.csv")).contains(AttachmentType.CSV);
        assertThat(AttachmentType.of(latin, "notes.txt")).contains(AttachmentType.TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\\\fakepath\\\\Facture n° 12.PDF, Facture n° 12.pdf",
        "../../etc/passwd, passwd.pdf",
        "'a\"b\u202Efdp.exe', abfdp.pdf",
        ", fichier.pdf",
        ".pdf, fichier.pdf"
    })
    void namesAFileHarmlessly(String given, String name) {
        assertThat(AttachmentService.name(given, AttachmentType.PDF)).isEqualTo(name);
    }
}
