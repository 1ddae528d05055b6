using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Rushes.Engine.Shooting.Hosting;
using Rushes.Engine.Shooting.Lanes;
using Rushes.Engine.Shooting.Runs;
using Rushes.Film.Accounts;
using Rushes.Storage.Home;
using Rushes.Storage.Sqlite;
using Rushes.Storage.Takes;
using Rushes.StuntDouble;

// Films a run on a home, or takes up the one that is there, with a provider whose operations are files. Made to be killed.
// Arguments: home, provider's folder, scenes, and "look-up" when the provider can be asked.
var (home, ground, scenes, canLookUp) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture), args.Length > 3);
var time = TimeProvider.System;
await using var store = SqliteStudioStore.Open(Path.Combine(home, "rushes.db"), time);
using var presence = new Presence(Path.Combine(home, "presence"), time);
foreach (var name in (string[])["a", "b", "c"])
    await store.SaveAccountAsync(new Account { Id = name, Name = name, Provider = "ground", Limits = new() { MaxInFlight = 3, SubmitIntervalMs = 20 } }, default);

var logs = NullLoggerFactory.Instance;
var provider = new GroundProvider(ground, canLookUp, time);
var tools = new LaneTools(store, new([provider]), new TakesFolder(), provider, provider, presence, time, new LaneOptions(), logs);
var faults = new LaneFaults(time, logs);
await using var shoots = new Shoots(tools, new QuartzLaneHost(new(tools), new(tools, faults), faults, logs), faults);
var known = await store.RunsAsync(default);
Console.WriteLine("filming");
var run = known.Count > 0
    ? await shoots.ResumeAsync(known[0].Id, default)
    : await shoots.StartAsync(GroundProvider.PlanOf(Path.Combine(home, "film"), scenes), default);
Console.WriteLine("under way");
var ending = await shoots.FinishAsync(run.Id, TimeSpan.FromMinutes(1), default);
Console.WriteLine(ending.Run.State);
