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

/** The program: owns stdout, which is the protocol's alone, and turns failures to exit codes. */
public final class Main {
  private static final String COMPLETION = "generate-completion";

  private Main() {}

  public static void main(String[] arguments) {
    OutputStream stdout = new FileOutputStream(FileDescriptor.out);
    // Whatever else prints, a library or a debug line left behind, must not reach it.
    System.setOut(System.err);
    System.exit(run(Surroundings.real(stdout), arguments));
  }

  /** Runs; the logs go to stderr. */
  static int run(Surroundings surroundings, String... arguments) {
    PrintWriter text = new PrintWriter(surroundings.stdout(), true, StandardCharsets.UTF_8);
    Optional<String> answer = QuickAnswers.to(arguments);
    int exitCode =
        answer.isPresent() ? print(text, answer.get()) : execute(surroundings, text, arguments);
    // A writer swallows what fails, as where a disk is full.
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
      // Hidden, and known only where it is asked for: it would take time from every other start.
      command.addSubcommand(COMPLETION, new AutoComplete.GenerateCompletion());
    }
    return command
        .setOut(text)
        .setParameterExceptionHandler(Failures::ofArguments)
        .setExecutionExceptionHandler(Failures::ofExecution)
        .execute(arguments);
  }
}
