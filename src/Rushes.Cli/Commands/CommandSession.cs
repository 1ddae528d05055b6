using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Cli.Consoles;

namespace Rushes.Cli.Commands;

/// <summary>One command at work: what was typed, the studio's services, where to show things.</summary>
internal class CommandSession(ParseResult parsed, IServiceProvider studio, IStudioConsole console, bool json, CancellationToken cancellation)
{
    public static JsonSerializerOptions JsonForm { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public ParseResult Parsed { get; } = parsed;
    public IStudioConsole Console { get; } = console;
    public CancellationToken Cancellation { get; } = cancellation;
    public bool Json { get; } = json;

    /// <summary>The same session with another command line, such as that of a row of a batch.</summary>
    public CommandSession For(ParseResult other) => new(other, studio, Console, Json, Cancellation);

    public T Get<T>()
        where T : notnull => studio.GetRequiredService<T>();

    public IEnumerable<T> All<T>() => studio.GetServices<T>();

    /// <summary>The command's answer: one JSON object as the last line, or the lines for people.</summary>
    public void Answer(object answer, params IEnumerable<string> lines)
    {
        Console.Dispose();
        if (Json)
        {
            System.Console.Out.WriteLine(JsonSerializer.Serialize(answer, JsonForm));
            return;
        }

        foreach (var line in lines)
            System.Console.Out.WriteLine(line);
    }
}
