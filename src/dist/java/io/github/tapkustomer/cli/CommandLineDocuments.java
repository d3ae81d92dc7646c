package io.github.tapkustomer.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes what the build makes of the commands' definitions: the completion for bash and zsh, and a
 * man page for each command.
 */
public final class CommandLineDocuments {
  private CommandLineDocuments() {}

  /** Takes the file of the completion and the folder of the man pages. */
  public static void main(String[] arguments) throws IOException {
    Path completion = Path.of(arguments[0]);
    Path pages = Path.of(arguments[1]);
    CommandLine program = Commands.line(OutputStream.nullOutputStream());

    Files.createDirectories(completion.getParent());
    Files.writeString(completion, AutoComplete.bash("tap-kustomer", program));
    Files.createDirectories(pages);
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
      write(program, asciidoctor, pages);
    }
  }

  private static void write(CommandLine command, Asciidoctor asciidoctor, Path pages)
      throws IOException {
    StringWriter source = new StringWriter();
    ManPageGenerator.writeSingleManPage(new PrintWriter(source), command.getCommandSpec());
    Options options =
        Options.builder()
            .backend("manpage")
            .docType("manpage")
            .standalone(true)
            .safe(SafeMode.SECURE)
            .attributes(Attributes.builder().attribute("reproducible").build())
            .build();
    String name = command.getCommandSpec().qualifiedName("-") + ".1";
    Files.writeString(pages.resolve(name), asciidoctor.convert(source.toString(), options));
    for (CommandLine child : command.getSubcommands().values()) {
      write(child, asciidoctor, pages);
    }
  }
}
