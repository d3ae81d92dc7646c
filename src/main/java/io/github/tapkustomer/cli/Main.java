package io.github.tapkustomer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program: owns stdout, which is the protocol's alone, and turns failures to exit codes. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    OutputStream stdout = new FileOutputStream(FileDescriptor.out);
    // Whatever prints to System.out, a library or a debug line left behind, must not reach it.
    System.setOut(System.err);
    System.exit(run(stdout, arguments));
  }

  /** Runs with the given stdout; the logs go to stderr. */
  static int run(OutputStream stdout, String... arguments) {
    PrintWriter help = new PrintWriter(stdout, true, StandardCharsets.UTF_8);
    return new CommandLine(new TapCommand(stdout))
        .setOut(help)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Failures::ofArguments)
        .setExecutionExceptionHandler(Failures::ofExecution)
        .execute(arguments);
  }
}
