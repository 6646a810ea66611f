package io.sylion.platform.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * All words of a text in their order, unlike {@link Terms} with the small ones: as they are written but for case and accents, and
 * by their stems. An emoji is a word.
 */
public record WordForms(List<String> written, List<String> stems) {
    private static final Map<Language, Analyzer> WRITTEN =
            Map.of(Language.FR, new Splitting(Language.FR, false), Language.EN, new Splitting(Language.EN, false));
    private static final Map<Language, Analyzer> STEMS =
            Map.of(Language.FR, new Splitting(Language.FR, true), Language.EN, new Splitting(Language.EN, true));

    public static WordForms of(String text, Language language) {
        // the same emoji comes with and without the mark that asks for colours
        String plain = text.replace("\uFE0F", "");
        return new WordForms(Terms.of(plain, WRITTEN.get(language)), Terms.of(plain, STEMS.get(language)));
    }

    private static final class Splitting extends Analyzer {
        private final Language language;
        private final boolean stemmed;

        private Splitting(Language language, boolean stemmed) {
            this.language = language;
            this.stemmed = stemmed;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            TokenStream words = language == Language.FR
                    ? new ElisionFilter(source, FrenchAnalyzer.DEFAULT_ARTICLES)
                    : new EnglishPossessiveFilter(source);
            words = new ASCIIFoldingFilter(new LowerCaseFilter(words));
            return new TokenStreamComponents(source, stemmed ? stemmed(words) : words);
        }

        /** French thrice: without its accents « remboursée » keeps an ending at first that « remboursé » loses at once. */
        private TokenStream stemmed(TokenStream words) {
            return language == Language.FR
                    ? new FrenchLightStemFilter(
                            new FrenchLightStemFilter(new FrenchLightStemFilter(new PoliteForms(words))))
                    : new PorterStemFilter(words);
        }
    }

    /** « vous remboursez » is a form of « rembourser »; the stemmer, made for nouns, leaves it. */
    private static final class PoliteForms extends TokenFilter {
        private static final int SHORTEST = 6;

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        private PoliteForms(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            int length = term.length();
            if (length >= SHORTEST && term.charAt(length - 1) == 'z' && term.charAt(length - 2) == 'e') {
                term.buffer()[length - 1] = 'r';
            }
            return true;
        }
    }
}
