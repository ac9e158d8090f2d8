using LinkGraph.Model.Records;
using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Output;

/// <summary>Writes all records of an account.</summary>
internal sealed class AccountWriter(World world, WorldOptions options)
{
    private readonly string[] _models = [.. world.Society.Models.Models.Select(m => m.Id)];
    private readonly Calendar _calendar = world.Society.Calendar;

    public void Write(in AccountPlan plan, Chunk into)
    {
        var (account, rng) = world.Draw(plan);
        var id = world.IdOf(plan);
        WriteAccount(id, account, into.Accounts);
        into.AccountCount++;
        if (!options.NoCards)
        {
            foreach (var card in account.Cards)
                WritePayment(id, account, card, into);
        }
        if (account.Entity is not null)
        {
            AppendId(into.Truth, id);
            into.Truth.Append((byte)',');
            into.Truth.Append(account.Entity);
            into.Truth.Append((byte)',');
            into.Truth.Append(account.Operator ?? "");
            into.Truth.Append((byte)'\n');
            into.TruthCount++;
        }
        var from = Math.Max(account.Created, _calendar.Start);
        var until = Math.Min(_calendar.End, account.StatusSince ?? long.MaxValue);
        WriteExchanges(id, account, from, account.Sold?.At ?? until, rng, into);
        if (account.Sold is { } sold)
            WriteExchanges(id, sold.Buyer, sold.At, until, rng, into);
    }

    private void WriteAccount(ulong id, Account account, Utf8Buffer line)
    {
        line.Append("{\"id\":\""u8);
        AppendId(line, id);
        line.Append("\",\"created_at\":\""u8);
        line.AppendTime(account.Created);
        line.Append("\",\"email\":\""u8);
        line.Append(account.MailUser);
        line.Append((byte)'@');
        line.Append(account.MailDomain);
        line.Append("\",\"country\":"u8);
        AppendCountry(line, account);
        line.Append(",\"org_id\":"u8);
        AppendQuotedOrNull(line, account.Organisation);
        line.Append(",\"status\":\""u8);
        line.Append(account.Status switch { AccountStatus.Banned => "banned", AccountStatus.Suspended => "suspended", _ => "active" });
        line.Append((byte)'"');
        if (account.StatusSince is { } since)
        {
            line.Append(",\"status_at\":\""u8);
            line.AppendTime(since);
            line.Append((byte)'"');
        }
        line.Append("}\n"u8);
    }

    private void WritePayment(ulong id, Account account, Card card, Chunk into)
    {
        var line = into.Payments;
        line.Append("{\"account_id\":\""u8);
        AppendId(line, id);
        line.Append("\",\"fingerprint\":\"pm_"u8);
        line.AppendHex(card.Fingerprint);
        line.Append("\",\"kind\":\"card\",\"bin\":\""u8);
        line.Append(card.Issuer);
        line.Append("\",\"country\":"u8);
        AppendCountry(line, account);
        line.Append(",\"first_seen\":\""u8);
        line.AppendTime(account.Created + (Calendar.Day / 2));
        line.Append("\",\"last_seen\":\""u8);
        line.AppendTime(Math.Max(account.Created + Calendar.Day, Math.Min(_calendar.End, account.StatusSince ?? long.MaxValue)));
        line.Append("\"}\n"u8);
        into.PaymentCount++;
    }

    private void WriteExchanges(ulong id, Account account, long from, long until, Rng rng, Chunk into)
    {
        var times = new long[account.Exchanges];
        foreach (ref var time in times.AsSpan())
            time = account.When.Next(from, until, rng);
        Array.Sort(times);
        foreach (var time in times)
            WriteExchange(id, account, time, rng, into);
    }

    private void WriteExchange(ulong id, Account account, long time, Rng rng, Chunk into)
    {
        var line = into.Exchanges;
        into.Lines.Add((time, line.Length));
        line.Append("{\"account_id\":\""u8);
        AppendId(line, id);
        line.Append("\",\"at\":\""u8);
        line.AppendTime(time);
        if (account.Where.At(time, rng) is not 0 and var address)
        {
            line.Append("\",\"ip\":\""u8);
            line.AppendAddress(address);
        }
        line.Append("\",\"user_agent\":\""u8);
        line.Append(account.Client.App.Name);
        line.Append("/1."u8);
        line.Append(account.Client.Version(time));
        line.Append("\",\"model\":\""u8);
        line.Append(_models[account.Models.At(time, rng)]);
        line.Append("\",\"prompt\":\""u8);
        var start = line.Length;
        account.Says.Say(rng, line);
        var said = --line.Length - start;       // the last word's space goes
        if (options.NoPrompts)
            line.Length = start;
        line.Append("\",\"input_tokens\":"u8);
        line.Append((said / 5) + rng.Int(1, 40));
        line.Append(",\"output_tokens\":"u8);
        line.Append(rng.Int(40, 2_500));
        line.Append("}\n"u8);
    }

    private void AppendCountry(Utf8Buffer line, Account account) => AppendQuotedOrNull(line, options.NoCountries ? null : account.Country);

    private static void AppendQuotedOrNull(Utf8Buffer line, string? text)
    {
        if (text is null)
        {
            line.Append("null"u8);
            return;
        }
        line.Append((byte)'"');
        line.Append(text);
        line.Append((byte)'"');
    }

    private static void AppendId(Utf8Buffer line, ulong id)
    {
        line.Append("acct_"u8);
        line.AppendHex(id);
    }
}
