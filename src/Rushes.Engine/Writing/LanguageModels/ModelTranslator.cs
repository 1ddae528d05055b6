using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting.Prompts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>Translates prompts by the language models that also write; what was translated once is kept with the answers.</summary>
public sealed class ModelTranslator(ScriptWriters writers, WriterTools tools) : ITranslator
{
    // So many texts fit well into one answer.
    private const int Batch = 16;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Translation?> TranslateAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var seats = await writers.UsualSeatsAsync(cancellation);
        if (seats.Count == 0 || texts.Count == 0)
            return texts.Count == 0 ? new([]) : null;
        var batches = texts.Chunk(Batch).ToList();
        var bill = new WritingBill(6 + (3 * batches.Count));
        var desk = new ModelDesk(seats, tools.Room, tools.Answers, bill, null);
        var catalogue = new Catalogue(tools.Shelf);
        var system = new PromptBook(tools.Shelf).Fill("en", "translate", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["language"] = catalogue.Language(from).Name.En,
            ["target"] = catalogue.Language(to).Name.En,
        });
        var done = new ConcurrentDictionary<int, IReadOnlyList<string>>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, batches.Count),
            new ParallelOptions { MaxDegreeOfParallelism = tools.Room.Rules.AtOnce, CancellationToken = cancellation },
            async (index, stop) =>
            {
                if (await BatchAsync(desk, system, batches[index], stop) is { } translated)
                    done[index] = translated;
            });

        // What was asked in vain was paid for as well.
        return new(done.Count == batches.Count ? [.. Enumerable.Range(0, batches.Count).SelectMany(index => done[index])] : [], bill.Sign([]));
    }

    private static async Task<IReadOnlyList<string>?> BatchAsync(ModelDesk desk, string system, string[] texts, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Serialize(new { texts }, Readable);
        foreach (var prompt in new[] { asked, $"{asked}\n\n{texts.Length}!" })
        {
            List<string> heard = [];
            var reply = await desk.AskAsync(new Question(system, prompt, AnswerForms.Texts, "texts", 0), Listen, cancellation);
            if (reply is not Reply.Answered answer)
                return null;
            if (heard.Count == texts.Length)
            {
                await desk.KeepAsync(answer, cancellation);
                return heard;
            }

            Action<string> Listen()
            {
                heard = [];
                return new AnswerScanner(part =>
                {
                    if (part is { Member: "texts", IsItem: true } && SceneReading.Text(part.Json) is { } text)
                        heard.Add(text);
                }).Read;
            }
        }

        return null;
    }
}
