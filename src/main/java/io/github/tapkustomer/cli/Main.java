package io.github.tapkustomer.cli;

import io.github.tapkustomer.TapException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The program: owns stdout, on which only the protocol is written, and turns failures into exit
 * codes.
 */
public final class Main {
  private static final String COMPLETION = "generate-completion";

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
    Optional<String> answer = QuickAnswers.to(arguments);
    int exitCode =
        answer.isPresent() ? print(text, answer.get()) : execute(surroundings, text, arguments);
    // A writer swallows failures, such as a full disk.
    return text.checkError()
        ? Failures.tell(TapException.outputClosed("stdout cannot be written", null))
        : exitCode;
  }

  private static int print(PrintWriter text, String answer) {
    text.print(answer);
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
