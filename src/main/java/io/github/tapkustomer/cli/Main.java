package io.github.tapkustomer.cli;

import io.github.tapkustomer.TapException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The program: owns stdout, on which only the protocol is written, and turns failures into exit
 * codes.
 */
public final class Main {
  private static final String COMPLETION = "generate-completion";
  private static final String[] VERSION = {"--version"};

  private Main() {}

  public static void main(String[] arguments) {
    OutputStream stdout = new FileOutputStream(FileDescriptor.out);
    // Nothing else may reach stdout, such as a library's output or a forgotten debug line.
    System.setOut(System.err);
    System.exit(run(Surroundings.real(stdout), arguments));
  }

  /** Runs the program; it logs to stderr. */
  static int run(Surroundings surroundings, String... arguments) {
    PrintWriter text = new PrintWriter(surroundings.stdout(), true, StandardCharsets.UTF_8);
    int exitCode =
        Arrays.equals(arguments, VERSION)
            ? printVersion(text)
            : execute(surroundings, text, arguments);
    // A writer swallows failures, such as a full disk.
    return text.checkError()
        ? Failures.tell(TapException.outputClosed("stdout cannot be written", null))
        : exitCode;
  }

  /** Without picocli, which takes longer to start than the JVM. */
  private static int printVersion(PrintWriter text) {
    text.println(Version.line());
    return ExitCode.DONE;
  }

  private static int execute(Surroundings surroundings, PrintWriter text, String... arguments) {
    CommandLine command = Commands.line(surroundings);
    if (arguments.length > 0 && arguments[0].equals(COMPLETION)) {
      // Hidden, and added only when asked for, since it would slow down every other start.
      command.addSubcommand(COMPLETION, new AutoComplete.GenerateCompletion());
    }
    return command
        .setOut(text)
        .setParameterExceptionHandler(Failures::ofArguments)
        .setExecutionExceptionHandler(Failures::ofExecution)
        .execute(arguments);
  }
}
