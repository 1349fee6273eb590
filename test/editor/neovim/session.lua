-- What a person does in Neovim: opens a file, is told what is wrong, takes the fix that is offered, and saves.
-- Waits are for events alone; who started this ends it where one never comes. What was seen goes to standard output as JSON.
local server = vim.json.decode(vim.env.IGEL_ROLLOUT_SERVER)
local file = vim.env.IGEL_ROLLOUT_FILE

local finished = false
local function finish(report)
  if finished then return end
  finished = true
  io.stdout:write(vim.json.encode(report))
  vim.cmd('silent qall!')
end

local function brief(diagnostics)
  return vim.tbl_map(function(one)
    return { line = one.lnum + 1, column = one.col + 1, code = one.code, source = one.source, severity = one.severity }
  end, diagnostics)
end

vim.cmd('silent edit ' .. vim.fn.fnameescape(file))
local buffer = vim.api.nvim_get_current_buf()
local report = {}

local function mend(client)
  local finding = vim.diagnostic.get(buffer)[1]
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  local parameters = vim.lsp.util.make_range_params()
  parameters.context = { diagnostics = { finding.user_data.lsp and finding.user_data.lsp.diagnostic or nil }, only = { 'quickfix' } }
  client.request('textDocument/codeAction', parameters, function(problem, actions)
    if problem then return finish({ problem = problem.message }) end
    report.actions = vim.tbl_map(function(action) return action.title end, actions)
    local preferred = vim.tbl_filter(function(action) return action.isPreferred end, actions)[1]
    vim.lsp.util.apply_workspace_edit(preferred.edit, client.offset_encoding)
  end, buffer)
end

local client_id
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function()
    local found = vim.diagnostic.get(buffer)
    if not report.found and #found > 0 then
      report.found = brief(found)
      vim.schedule(function() mend(vim.lsp.get_client_by_id(client_id)) end)
    elseif report.actions and #found == 0 then
      vim.schedule(function()
        vim.cmd('silent write')
        finish(report)
      end)
    end
  end,
})

client_id = vim.lsp.start_client({
  name = 'igel-rollout',
  cmd = server,
  root_dir = vim.fn.fnamemodify(file, ':h'),
  on_exit = function(code) if not report.actions then finish({ problem = 'the server ended with ' .. code }) end end,
})
vim.bo[buffer].filetype = 'dhcpd'
vim.lsp.buf_attach_client(buffer, client_id)
