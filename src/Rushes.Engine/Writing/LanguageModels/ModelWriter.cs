using Rushes.Engine.Library;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>Writes scripts by asking language models, and answers for what they leave undone.</summary>
/// <param name="name">As the user named it, or the provider of the first seat.</param>
/// <param name="seats">Whom to ask; at least one.</param>
/// <param name="mayFallBack">Whether the built-in writer may write the script when no model does: the user did not name a writer.</param>
public sealed class ModelWriter(string name, IReadOnlyList<Seat> seats, bool mayFallBack, WriterTools tools) : IScriptWriter
{
    public string Name => name;

    public async Task<Script> WriteAsync(WritingOrder order, IProgress<WritingNews>? news, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var plan = PlanOf(order);
        var bill = new WritingBill(tools.Room.Rules.MostCalls(plan.Scenes.Count));
        var work = new ScriptAtWork(order, plan, new ModelDesk(seats, tools.Room, tools.Answers, bill, news), tools, news);
        if (await work.WriteAsync(cancellation) is { } script)
            return await WithPostsAsync(script, order, cancellation) with { WrittenBy = bill.Sign(work.Remarks) };

        var reasons = InWords(work.Reasons);
        if (!mayFallBack || !BuiltInWriter.Knows(order.Language))
            throw Failed(work.WasDeclined, reasons);
        var remark = Sentence.Of("writing.fell-back", reasons);
        news?.Report(new WritingRemark(remark, Matters: true));
        var own = await tools.BuiltIn.WriteAsync(order, news, cancellation);
        return own with { WrittenBy = bill.Sign([remark]) with { Writer = BuiltInWriter.Builtin } };
    }

    public async Task<WritingForecast?> ForecastAsync(WritingOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var plan = PlanOf(order);
        var work = new ScriptAtWork(order, plan, new ModelDesk(seats, tools.Room, tools.Answers, new WritingBill(0), null), tools, null);
        var cost = await work.ReckonAsync(cancellation) is var (input, output) ? SeatPrices.Of(seats, input, output) : CostShare.Nothing;
        return cost.IsFree ? null : new([.. plan.Scenes.Select(scene => scene.Seconds)], Choices.Usual.Shown, cost);
    }

    /// <summary>Nobody stands in for a model that does not write the scene: the one that is there is better than one of another story.</summary>
    public async Task<Script> RewriteAsync(RewriteOrder order, IProgress<WritingNews>? news, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var bill = new WritingBill(tools.Room.Rules.MostCalls(1));
        var work = new SceneAtWork(order, new ModelDesk(seats, tools.Room, tools.Answers, bill, news), tools, news);
        return await work.WriteAsync(cancellation) is { } script
            ? script with { WrittenBy = bill.Sign([]) }
            : throw Failed(work.WasDeclined, InWords(work.Reasons));
    }

    public async Task<CostShare> PriceAsync(RewriteOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var work = new SceneAtWork(order, new ModelDesk(seats, tools.Room, tools.Answers, new WritingBill(0), null), tools, null);
        return await work.ReckonAsync(cancellation) is var (input, output) ? SeatPrices.Of(seats, input, output) : CostShare.Nothing;
    }

    private MistakeException Failed(bool declined, string reasons) => Mistake.Input(declined ? "writing.declined" : "writing.failed", "writer", name, reasons).AsException();

    private static string InWords(IReadOnlyList<string> reasons) => reasons.Count > 0 ? string.Join("; ", reasons.Take(3)) : Sentence.Of("writing.no-words");

    private WritingChoices Choices => tools.Shelf.Read<WritingChoices>("prompts/writing.json");

    private ScenePlan PlanOf(WritingOrder order) => ScenePlan.Of(order, new Catalogue(tools.Shelf), Choices);

    /// <summary>A sales film comes with texts to post, whoever wrote it.</summary>
    private async Task<Script> WithPostsAsync(Script script, WritingOrder order, CancellationToken cancellation)
    {
        if (script.Kind != ScriptKind.Sales || script.Social.Count > 0 || !BuiltInWriter.Knows(order.Language))
            return script;
        return script with { Social = (await tools.BuiltIn.WriteAsync(order, null, cancellation)).Social };
    }
}
