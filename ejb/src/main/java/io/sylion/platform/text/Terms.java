package io.sylion.platform.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The words of a text that carry meaning, as Lucene's analysis gives them: elisions and stop words taken out, accents folded
 * before the stems are cut, so that « delai » finds « délais ».
 */
public final class Terms {
    private static final Map<Language, Analyzer> ANALYZERS =
            Map.of(Language.FR, new Analysis(Language.FR), Language.EN, new Analysis(Language.EN));

    private Terms() {}

    /** The terms in their order, repeated as often as they occur. */
    public static List<String> of(String text, Language language) {
        return of(text, ANALYZERS.get(language));
    }

    static List<String> of(String text, Analyzer analyzer) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static final class Analysis extends Analyzer {
        private final Language language;
        private final CharArraySet stopWords;

        private Analysis(Language language) {
            this.language = language;
            this.stopWords = folded(
                    language == Language.FR ? FrenchAnalyzer.getDefaultStopSet() : EnglishAnalyzer.getDefaultStopSet());
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            TokenStream words = language == Language.FR
                    ? new ElisionFilter(source, FrenchAnalyzer.DEFAULT_ARTICLES)
                    : new EnglishPossessiveFilter(source);
            words = new ASCIIFoldingFilter(new LowerCaseFilter(words));
            words = new StopFilter(words, stopWords);
            return new TokenStreamComponents(
                    source, language == Language.FR ? new FrenchLightStemFilter(words) : new PorterStemFilter(words));
        }

        private static CharArraySet folded(CharArraySet words) {
            CharArraySet folded = new CharArraySet(words.size(), true);
            words.forEach(word -> folded.add(Language.fold(new String((char[]) word))));
            return folded;
        }
    }
}
