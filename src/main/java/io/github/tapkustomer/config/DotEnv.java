package io.github.tapkustomer.config;

import io.github.tapkustomer.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a {@code .env} file, one {@code NAME=value} per line. */
public final class DotEnv {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "\\s*(?:export\\s+)?(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|(.*?))(?:\\s+#.*)?\\s*");

  private DotEnv() {}

  /**
   * The environment, plus what only the file has, if there is one.
   *
   * @param warnings called if other users can read a key in the file
   */
  public static Map<String, String> below(
      Map<String, String> environment, Path file, Consumer<String> warnings) {
    Map<String, String> variables = new HashMap<>();
    if (Files.exists(file)) {
      TextFile.read("settings file", file, SettingsFile.LARGEST)
          .lines()
          .map(ASSIGNMENT::matcher)
          .forEach(line -> put(line, variables));
    }
    // Its other problems are reported when the whole environment is read.
    SettingsProblems later = new SettingsProblems(line -> {});
    FileExposure.warning(file, EnvironmentVariables.read(variables, later)).ifPresent(warnings);
    variables.putAll(environment);
    return variables;
  }

  private static void put(Matcher line, Map<String, String> variables) {
    if (line.matches()) {
      int group = line.group(2) != null ? 2 : line.group(3) != null ? 3 : 4;
      variables.put(line.group(1), line.group(group));
    }
  }
}
