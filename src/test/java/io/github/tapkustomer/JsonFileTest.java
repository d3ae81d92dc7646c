package io.github.tapkustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {
  private static final int LONGEST = 10_000;

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("state.json"), text);
  }

  private static void assertProblem(Path path, String problem) {
    assertThatThrownBy(() -> JsonFile.read("state", path, LONGEST))
        .hasMessage("state " + path + " " + problem)
        .isInstanceOfSatisfying(
            TapException.class, e -> assertThat(e.kind()).isEqualTo(TapException.Kind.BAD_INPUT));
  }

  @Test
  void readsAnObject() throws IOException {
    Path path = file("{\"a\":1.25,\"b\":123456789012345678901234567890}\n");

    assertThat(JsonFile.read("state", path, LONGEST))
        .hasToString("{\"a\":1.25,\"b\":123456789012345678901234567890}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
  void readsOtherUnicodeEncodings(String charset) throws IOException {
    Path path = folder.resolve("state.json");
    Files.write(path, "{\"a\":\"ü\"}".getBytes(Charset.forName(charset)));

    assertThat(JsonFile.read("state", path, LONGEST).path("a").textValue()).isEqualTo("ü");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readsAByteOrderMark(String charset) throws IOException {
    Path path = folder.resolve("state.json");
    Files.write(path, "\ufeff{\"a\":1}\n{\"a\":2}".getBytes(Charset.forName(charset)));

    assertThat(JsonFile.readLast("state", path, LONGEST).object().orElseThrow())
        .hasToString("{\"a\":2}");
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertProblem(folder.resolve("none.json"), "does not exist: check the path");
  }

  @Test
  void saysThatAFileIsADirectory() {
    assertProblem(folder, "is a directory: name a file in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\n"})
  void saysThatAFileIsEmpty(String text) throws IOException {
    assertProblem(file(text), "is empty: it must hold a JSON object");
  }

  @ParameterizedTest
  @CsvSource({"[], an array", "[1], an array", "12, a number", "true, a boolean", "null, null"})
  void saysWhatAFileHoldsInstead(String text, String what) throws IOException {
    assertProblem(file(text), "holds " + what + ", not a JSON object");
  }

  @Test
  void doesNotQuoteWhatAFileHolds() throws IOException {
    assertProblem(file("\"s3cret\""), "holds a string, not a JSON object");
    assertProblem(
        file("{\"api_token\": s3cret}"), "is not valid JSON: a syntax error at line 1, column 15");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,} | a syntax error at line 1, column 8",
        "{\"a\":1}} | a syntax error at line 1, column 8",
        "{\"a\":1}{} | a syntax error at line 1, column 8",
        "{'a':1} | a syntax error at line 1, column 2",
        "{\"a\":1,\"a\":2} | a key appears twice at line 1, column 11",
        "{\"a\":{\"b\":1,\"b\":2}} | a key appears twice at line 1, column 16"
      })
  void saysWhereItIsNotJson(String text, String problem) throws IOException {
    assertProblem(file(text), "is not valid JSON: " + problem);
  }

  @Test
  void countsLines() throws IOException {
    assertProblem(
        file("{\n  \"a\": 1,\n  b: 2\n}"), "is not valid JSON: a syntax error at line 3, column 3");
  }

  @Test
  void saysThatAFileEndsTooEarly() throws IOException {
    assertProblem(file("{\"a\":[1,2"), "is not valid JSON: it ends too early at line 1, column 10");
  }

  @Test
  void saysThatAFileIsNestedTooDeeply() throws IOException {
    Path path = file("{\"a\":" + "[".repeat(1500) + "]".repeat(1500) + "}");

    assertThatThrownBy(() -> JsonFile.read("state", path, LONGEST))
        .hasMessageStartingWith("state " + path + " is not valid JSON: it is nested too deeply");
  }

  @Test
  void saysThatTextIsNotUnicode() throws IOException {
    Path path = folder.resolve("latin.json");
    Files.write(path, "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> JsonFile.read("state", path, LONGEST))
        .isInstanceOf(TapException.class)
        .hasMessage("state " + path + " is not UTF-8: save it as UTF-8");
  }

  @Test
  void saysThatAFileIsTooLarge() throws IOException {
    String padding = " ".repeat(LONGEST - 2);
    assertThat(JsonFile.read("state", file("{}" + padding), LONGEST)).isEmpty();

    assertProblem(
        file("{} " + padding), "is larger than 10000 bytes: check that it is the right file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "{\"a\":1}|1|1",
        "{~  \"a\":~ 1~}~|1|1",
        "{\"a\":1}~{\"a\":2}|2|2",
        "~{\"a\":1}~ ~{\"a\":2}~{\"a\":3}~~|3|3"
      })
  void readsTheLastOfSeveralLines(String text, int a, int lines) throws IOException {
    Path path = file(text.replace("~", "\r\n"));
    JsonFile.Last last = JsonFile.readLast("state", path, LONGEST);

    assertThat(last.object().orElseThrow().path("a").intValue()).isEqualTo(a);
    assertThat(last.lines()).isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\n"})
  void readsNothingFromAnEmptyFile(String text) throws IOException {
    assertThat(JsonFile.readLast("state", file(text), LONGEST).object()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}\n{\"a\":",
        "{\"a\":1}\nflushed\n{\"a\":2}",
        "{\"a\":1}\n{\"a\":2}{\"a\":3}",
        "{\"a\":1}\n[]"
      })
  void takesNoPartOfSeveralLines(String text) throws IOException {
    Path path = file(text);

    assertThatThrownBy(() -> JsonFile.readLast("state", path, LONGEST))
        .isInstanceOf(TapException.class)
        .hasMessageStartingWith("state " + path + " has several lines")
        .hasMessageEndingWith("with tail -n 1");
  }

  @ParameterizedTest
  @CsvSource({"{ 1, a syntax error", "{\"a\":1}}, a syntax error", "[, it ends too early"})
  void saysWhereOneLineIsNotJson(String text, String problem) throws IOException {
    Path path = file(text);

    assertThatThrownBy(() -> JsonFile.readLast("state", path, LONGEST))
        .hasMessageStartingWith("state " + path + " is not valid JSON: " + problem);
  }
}
