using System.CommandLine;
using Rushes.Engine.Machine;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Commands;

/// <summary>What is here, what is missing, and the one command that mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandRunner run)
    {
        var command = new Command("doctor", Sentence.Of("cli.cmd-doctor"));
        run.Serve(command, async session =>
        {
            var findings = await session.Get<IMachineCheck>().ExamineAsync(session.Cancellation);
            var healthy = findings.All(finding => finding.Ok || !finding.Needed);
            session.Answer(
                new { healthy, findings },
                findings.Select(finding => $"{(finding.Ok ? "✓" : finding.Needed ? "✗" : "!")} {finding.Part,-10} {finding.Note}{(finding.Mend is { } mend ? $"\n  → {mend}" : "")}"));
            return healthy ? ExitCode.Done : ExitCode.MachineLacks;
        });
        return command;
    }
}
