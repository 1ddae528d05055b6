using System.Text.Json.Nodes;
using Rushes.Cli.Commands;

namespace Rushes.Cli.Servers;

/// <summary>A studio did not do what it was asked; its own sentence says why.</summary>
internal sealed class StudioRefusedException(string code, string? about, string sentence, int exit) : Exception(sentence)
{
    public string Code => code;

    public string? Field => about;

    public int Exit => exit;

    /// <summary>A problem as the studio answers it, or the error of a work.</summary>
    public static StudioRefusedException Of(JsonNode problem, int status) => new(
        (string?)problem["code"] ?? "server",
        (string?)problem["field"],
        (string?)problem["title"] ?? (string?)problem["message"] ?? "",
        status >= 500 ? ExitCode.MachineLacks : ExitCode.WrongInput);
}
