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
        var system = SystemFor(from, to);
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

    public async Task<CostShare> PriceAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var seats = texts.Count == 0 ? [] : await writers.UsualSeatsAsync(cancellation);
        if (seats.Count == 0)
            return CostShare.Nothing;
        var usual = tools.Shelf.Read<WritingChoices>("prompts/writing.json").Usual;
        var desk = new ModelDesk(seats, tools.Room, tools.Answers, new WritingBill(0), null);
        var system = SystemFor(from, to);
        var (input, output) = (0.0, 0.0);
        foreach (var batch in texts.Chunk(Batch))
        {
            var question = Asking(system, Asked(batch));
            if (await desk.IsKeptAsync(question, cancellation))
                continue;
            input += question.Length / usual.CharactersAToken;
            output += batch.Sum(text => text.Length) / usual.CharactersAToken;
        }

        return SeatPrices.Of(seats, (long)Math.Ceiling(input * (1 + usual.AskedAgain)), (long)Math.Ceiling(output * (1 + usual.AskedAgain)));
    }

    private string SystemFor(string from, string to)
    {
        var catalogue = new Catalogue(tools.Shelf);
        return new PromptBook(tools.Shelf).Fill("en", "translate", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["language"] = catalogue.Language(from).Name.En,
            ["target"] = catalogue.Language(to).Name.En,
        });
    }

    private static string Asked(string[] texts) => JsonSerializer.Serialize(new { texts }, Readable);

    private static Question Asking(string system, string prompt) => new(system, prompt, AnswerForms.Texts, "texts", 0);

    private static async Task<IReadOnlyList<string>?> BatchAsync(ModelDesk desk, string system, string[] texts, CancellationToken cancellation)
    {
        var asked = Asked(texts);
        foreach (var prompt in new[] { asked, $"{asked}\n\n{texts.Length}!" })
        {
            List<string> heard = [];
            var reply = await desk.AskAsync(Asking(system, prompt), Listen, cancellation);
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
