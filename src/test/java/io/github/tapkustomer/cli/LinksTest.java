package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link between the repository's own pages leads to a file, and to a heading in it. */
class LinksTest {
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)#?([^)\\s]*)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern CODE = Pattern.compile("(?sm)^ *```.*?^ *```$");

  static List<Path> pages() throws IOException {
    try (Stream<Path> found = Files.walk(Path.of(".github"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md")),
              found.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leadsToWhatIsThere(Path page) throws IOException {
    for (MatchResult link : LINK.matcher(text(page)).results().toList()) {
      Path file =
          link.group(1).isEmpty()
              ? page
              : page.toAbsolutePath().getParent().resolve(link.group(1)).normalize();

      assertThat(file).as("%s: %s", page, link.group()).exists();
      if (!link.group(2).isEmpty()) {
        assertThat(anchors(file)).as("%s: %s", page, link.group()).contains(link.group(2));
      }
    }
  }

  private static List<String> anchors(Path page) throws IOException {
    return HEADING.matcher(text(page)).results().map(LinksTest::anchor).toList();
  }

  /** As GitHub makes it: in small letters, without punctuation, hyphens for spaces. */
  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static String text(Path page) throws IOException {
    return CODE.matcher(Files.readString(page)).replaceAll("");
  }
}
